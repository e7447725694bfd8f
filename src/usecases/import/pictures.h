// SPDX-License-Identifier: EUPL-1.2
// Pictures from files, those that rows of a spreadsheet name above all: made anew before anything of them is
// kept.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "exchange/offerings_csv.h"
#include "pictures/apart.h"
#include "ports/ground.h"

namespace wegwijzer {

using MadePictures =
    std::map<std::string, pictures::Renditions>;  // by the checksum of the file that was given

// Gives each row the pictures that could be read; for each other there is a problem.
MadePictures read_pictures(std::filesystem::path const& folder, std::vector<OfferingRow>& rows,
                           std::vector<Problem>& problems);

// The bytes of one file. Fails as reencode_apart() does.
Result<MadePictures> made_apart(std::string_view bytes, pictures::Allowance const& allowance = {});

// One file, wherever it lies. Fails as reencode_apart() does, and with "picture.no_file".
Result<MadePictures> read_picture(std::filesystem::path const& file);

// What is on the ground already stays: its address is kept by browsers.
void keep_pictures(GroundWriter& ground, MadePictures const& made);

// As a record has it.
Picture picture_of(std::string checksum, pictures::Renditions const& made, std::string description);

}  // namespace wegwijzer
