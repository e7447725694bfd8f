// SPDX-License-Identifier: EUPL-1.2
// The map that moves, with the places of the list beside it: numbered, in clusters where they are close, and linked
// both ways with their cards. The list stays the way for who uses a keyboard or a screen reader.
import { AttributionControl, LngLatBounds, Map, NavigationControl } from 'maplibre-gl';
import { listen } from './travel.js';

// As in the style of the map (src/web/map/style.cc).
const letters = ['Figtree Bold'];

// The dots have the colours of the cards' numbers, which follow the visitor's light or dark.
const dark = matchMedia('(prefers-color-scheme: dark)');
const colours = () => {
  const of_page = getComputedStyle(document.documentElement);
  const named = (name) => of_page.getPropertyValue(name).trim();
  return { dot: named('--dot'), edge: named('--dot-ink'), picked: named('--dot-picked') };
};

const points = (venues) => ({
  type: 'FeatureCollection',
  features: venues.map(({ number, longitude, latitude }) => ({
    type: 'Feature', id: number, properties: { number },
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
  })),
});

const nothing = points([]);

// What of the page is to be in view: the ground that is reached, and the places of the list.
function box_of({ reach, venues, home }) {
  const box = new LngLatBounds();
  const extend = (part) => typeof part[0] === 'number' ? box.extend(part) : part.forEach(extend);
  extend(reach.geometry?.coordinates ?? []);
  for (const { geometry } of venues.features) box.extend(geometry.coordinates);
  if (box.isEmpty()) for (const { geometry } of home.features) box.extend(geometry.coordinates);
  return box;
}

const in_view = { padding: 24, maxZoom: 15 };

const circle = (id, source, colour, edge, radius, filter) => ({
  id, source, type: 'circle', ...(filter && { filter }),
  paint: { 'circle-color': colour, 'circle-radius': radius, 'circle-stroke-color': edge, 'circle-stroke-width': 2 },
});

const text = (id, source, colour, field, filter) => ({
  id, source, type: 'symbol', ...(filter && { filter }),
  layout: { 'text-field': field, 'text-font': letters, 'text-size': 13, 'text-allow-overlap': true, 'text-ignore-placement': true },
  paint: { 'text-color': colour },
});

// Home is a picture, so that no name is written over it.
function add_home(map, { dot, edge }) {
  const side = 36;
  const brush = new OffscreenCanvas(side, side).getContext('2d');
  Object.assign(brush, { fillStyle: edge, strokeStyle: dot, lineWidth: 8 });
  brush.arc(side / 2, side / 2, side / 2 - 5, 0, 2 * Math.PI);
  brush.fill();
  brush.stroke();
  map.addImage('home', brush.getImageData(0, 0, side, side), { pixelRatio: 2 });
  map.addLayer({ id: 'home', source: 'home', type: 'symbol', layout: { 'icon-image': 'home', 'icon-allow-overlap': true, 'icon-padding': 6 } });
}

// The ground within the minutes lies over the streets and under the names. What the search finds beside this page of it
// are small dots that lead to the page of their place.
function add_layers(map) {
  const alone = ['!', ['has', 'point_count']], together = ['has', 'point_count'];
  const { dot, edge, picked } = colours();
  const names = map.getStyle().layers.find(({ type }) => type === 'symbol')?.id;
  for (const id of ['reach', 'home', 'others', 'picked']) map.addSource(id, { type: 'geojson', data: nothing });
  map.addSource('venues', { type: 'geojson', data: nothing, cluster: true, clusterRadius: 30, clusterMaxZoom: 16 });
  map.addLayer({ id: 'reach', source: 'reach', type: 'fill', paint: { 'fill-color': dot, 'fill-opacity': 0.16 } }, names);
  map.addLayer({ id: 'reach edge', source: 'reach', type: 'line', paint: { 'line-color': dot, 'line-width': 1.5 } }, names);
  add_home(map, { dot, edge });
  map.addLayer({
    id: 'others', source: 'others', type: 'circle',
    paint: { 'circle-color': dot, 'circle-radius': 5, 'circle-stroke-color': edge, 'circle-stroke-width': 1.5, 'circle-opacity': 0.8 },
  });
  map.addLayer({ ...text('other names', 'others', dot, ['get', 'name']), minzoom: 15.5,
    layout: { 'text-field': ['get', 'name'], 'text-font': letters, 'text-size': 12, 'text-offset': [0, 1], 'text-anchor': 'top' } });
  map.addLayer(circle('clusters', 'venues', dot, edge, 17, together));
  map.addLayer(text('cluster counts', 'venues', edge, ['concat', ['get', 'point_count'], '×'], together));
  map.addLayer(circle('venues', 'venues', dot, edge, 12, alone));
  map.addLayer(text('venue numbers', 'venues', edge, ['to-string', ['get', 'number']], alone));
  map.addLayer(circle('picked', 'picked', picked, edge, 15));
  map.addLayer(text('picked number', 'picked', edge, ['to-string', ['get', 'number']]));
}

const ask = async (address) => {
  const answer = await fetch(new URL(address, location.href));
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
};

// Far from every street nothing is reached, and home is only marked.
const reach_at = (address) => address ? ask(address).catch(() => nothing) : nothing;

// The other places come when the map is there, and are missed by nobody when they do not.
async function others_of({ places }, venues) {
  if (!places) return nothing;
  try {
    const listed = new Set(venues.map(({ longitude, latitude }) => `${longitude} ${latitude}`));
    const { features } = await ask(places);
    return { type: 'FeatureCollection', features: features.filter(({ geometry }) => !listed.has(geometry.coordinates.join(' '))) };
  } catch (problem) {
    console.warn('Other places are missing:', problem);
    return nothing;
  }
}

function home_of({ home }) {
  const [latitude, longitude] = home.split(',').map(Number);
  return home ? points([{ number: 0, longitude, latitude }]) : nothing;
}

// The cards of the list that lie at a number.
const cards_at = (number) =>
  [...document.querySelectorAll(`[data-dot="${number}"]`)].map((mark) => mark.closest('.card')).filter(Boolean);

// Who comes to a card, by mouse or keyboard, sees its place on the map.
function link_list_to_map(map, venues) {
  const pick = (venue) => map.getSource('picked')?.setData(points(venue ? [venue] : []));
  for (const venue of venues) {
    for (const card of cards_at(venue.number)) {
      const come = () => {
        pick(venue);
        const at = [venue.longitude, venue.latitude];
        if (!map.getBounds().contains(at)) map.easeTo({ center: at });
      };
      card.addEventListener('mouseenter', come);
      card.addEventListener('focusin', come);
      for (const leaving of ['mouseleave', 'focusout']) card.addEventListener(leaving, () => pick());
    }
  }
}

const mark_cards = (numbers) => {
  for (const card of document.querySelectorAll('.card.on-map')) card.classList.remove('on-map');
  for (const number of numbers) for (const card of cards_at(number)) card.classList.add('on-map');
};

// Who points at a place sees its cards; who chooses it goes to the first of them.
function link_map_to_list(map) {
  const canvas = map.getCanvas();
  map.on('mousemove', 'venues', ({ features }) => {
    canvas.style.cursor = 'pointer';
    mark_cards(features.map((feature) => feature.properties.number));
  });
  map.on('mouseleave', 'venues', () => {
    canvas.style.cursor = '';
    mark_cards([]);
  });
  map.on('click', 'venues', ({ features }) => {
    const link = cards_at(features[0].properties.number)[0]?.querySelector('a');
    link?.scrollIntoView({ block: 'center' });
    link?.focus();
  });
  map.on('mousemove', 'others', () => { canvas.style.cursor = 'pointer'; });
  map.on('mouseleave', 'others', () => { canvas.style.cursor = ''; });
  map.on('click', 'others', ({ point, features: [place] }) => {
    const above = map.queryRenderedFeatures(point, { layers: ['venues', 'clusters'] });
    if (above.length === 0) location.assign(place.properties.address);
  });
  map.on('click', 'clusters', async ({ features: [cluster] }) => {
    const zoom = await map.getSource('venues').getClusterExpansionZoom(cluster.properties.cluster_id);
    map.easeTo({ center: cluster.geometry.coordinates, zoom });
  });
}

// One tile that fails is no reason to give up; a style that does not come is.
const arrived = (map) => new Promise((resolve, reject) => {
  let styled = false;
  map.once('styledata', () => { styled = true; });
  map.once('load', resolve);
  map.on('error', ({ error }) => styled ? console.warn(error) : reject(error));
});

function load_styles(address) {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address });
  document.head.append(link);
  return new Promise((resolve, reject) => Object.assign(link, { onload: resolve, onerror: reject }));
}

function address_of(style) {
  const address = new URL(style, location.href);
  if (dark.matches) address.searchParams.set('look', 'dark');
  return address.href;
}

// A style that is replaced takes along what was added to it.
function follow_look(map, style, add) {
  const change = () => {
    map.once('style.load', add);
    map.setStyle(address_of(style), { diff: false });
  };
  dark.addEventListener('change', change);
  map.once('remove', () => dark.removeEventListener('change', change));
}

function make_map(frame, { style, words }, bounds) {
  const map = new Map({
    container: frame, style: address_of(style), bounds, fitBoundsOptions: in_view,
    cooperativeGestures: true, dragRotate: false, maxPitch: 0, attributionControl: false, locale: JSON.parse(words),
    transformRequest: (url) => ({ url: new URL(url, location.href).href }),
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }));
  map.addControl(new AttributionControl({ compact: false }));
  return map;
}

// Draws what <ww-map> says, now, when the page's look changes, and when the form on the map changes the list.
async function fill(map, host, shown) {
  const venues = () => JSON.parse(host.dataset.venues);
  const draw = (parts) => {
    Object.assign(shown, parts);
    for (const [name, data] of Object.entries(parts)) map.getSource(name)?.setData(data);
  };
  const add = () => {
    add_layers(map);
    draw(shown);
  };
  const take_list = async () => {
    draw({ venues: points(venues()), picked: nothing });
    link_list_to_map(map, venues());
    draw({ others: await others_of(host.dataset, venues()) });
  };
  const to_reach = async (address) => {
    draw({ reach: await reach_at(address) });
    map.fitBounds(box_of({ ...shown, venues: nothing }), { ...in_view, duration: 300 });
  };
  add();
  await take_list();
  follow_look(map, host.dataset.style, add);
  const form = host.querySelector('form.travel');
  if (form) listen(form, host, { to_reach, take_list });
}

// Takes the place of the picture in <ww-map> when it is ready. What it shows stands in the data of that element.
export async function show_map(host) {
  const { styles, reach, venues } = host.dataset;
  const details = host.querySelector('details');
  const picture = details.querySelector('picture');
  const [ground] = await Promise.all([reach_at(reach), load_styles(styles)]);
  const shown = { reach: ground, home: home_of(host.dataset), venues: points(JSON.parse(venues)) };
  const frame = Object.assign(document.createElement('div'), { className: 'map-frame' });
  picture.after(frame);
  let map;
  try {
    map = make_map(frame, host.dataset, box_of(shown));
    await arrived(map);
    await fill(map, host, shown);
    link_map_to_list(map);
    picture.remove();
    details.dataset.ready = '';
    return map;
  } catch (problem) {
    map?.remove();
    frame.remove();
    throw problem;
  }
}
